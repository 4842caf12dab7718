export { roles } from '../../store/role.js';
