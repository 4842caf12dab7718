import { posix } from 'node:path';

/** Names of files that hold credentials, in lower case. */
const SECRET_NAMES = new Set([
  '.dockercfg',
  '.git-credentials',
  '.htpasswd',
  '.netrc',
  '.npmrc',
  '.pgpass',
  '.pypirc',
  '.vault-token',
  '.yarnrc',
  '_netrc',
  'auth.json',
  'credentials',
  'credentials.json',
  'credentials.toml',
  'credentials.yaml',
  'credentials.yml',
  'htpasswd',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  'id_rsa',
  'secring.gpg',
  'secrets.json',
  'secrets.toml',
  'secrets.yaml',
  'secrets.yml',
  'service-account.json',
  'terraform.tfstate',
  'terraform.tfstate.backup',
]);
const SECRET_ENDING = /\.(?:asc|gpg|jks|kdbx?|key|keystore|ovpn|p12|p8|pem|pfx|ppk|tfvars)$/;
const SECRET_FOLDER = /(?:^|\/)\.(?:aws|gnupg|kube|ssh)\//;
/** `.env`, `.env.local`, `prod.env`; examples hold none, they are there to be read. */
const ENVIRONMENT = /^\.env(?:rc)?(?:\..*)?$|\.env$/;
const EXAMPLE = /(?:^|[._-])(?:example|sample|template|dist|defaults?)(?:[._-]|$)/;

/** Whether a file is there to hold credentials, so that nobody may be shown what is in it. */
export function isSecretFile(path: string): boolean {
  const lower = path.toLowerCase().replaceAll('\\', '/');
  const name = posix.basename(lower);
  if (SECRET_NAMES.has(name) || SECRET_ENDING.test(name) || SECRET_FOLDER.test(lower)) return true;
  return ENVIRONMENT.test(name) && !EXAMPLE.test(name);
}
