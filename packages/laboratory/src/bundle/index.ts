export { bundleFiles, CRATE, MANIFEST, manifestText } from './bundle.js';
export type { BundleRequest } from './bundle-request.js';
export { bundleZip, unzipBundle } from './bundle-zip.js';
export { type VerifiedBundle, verifyBundle } from './verify-bundle.js';
