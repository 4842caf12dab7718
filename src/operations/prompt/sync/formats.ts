export {
  formatIds as formatNames,
  writableFormatIds as writableFormatNames,
} from '../../../formats/prompt-format.js';
