/** The version that an edit was made from: in the body, or as `If-Match`. */

import { InvalidRequestError } from './access.errors.js';
import { isVersion } from './version-read.decorator.js';

/** @throws InvalidRequestError where neither says it, or they differ */
export function versionRead(inBody: number | undefined, ifMatch: string | undefined): number {
  const inHeader = ifMatch === undefined ? undefined : Number(/^(?:W\/)?"?(\d+)"?$/.exec(ifMatch)?.[1]);
  const version = inBody ?? inHeader;
  if (version === undefined || !isVersion(version))
    throw missing('Send the version you read, as `version` or as `If-Match`.');
  if (inHeader !== undefined && inHeader !== version)
    throw missing('`version` and `If-Match` name different versions.');
  return version;
}

const missing = (message: string): InvalidRequestError =>
  new InvalidRequestError([{ path: 'version', code: 'request.version', message }]);
