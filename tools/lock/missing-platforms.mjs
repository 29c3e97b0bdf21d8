// Optional packages of other platforms that a lock file forgot. No side effects.

const PLATFORMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd'];
const MORE_PLATFORMS = ['openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x'];
const MORE_PROCESSORS = ['wasm32', 'x64'];

/**
 * npm leaves an optional package out of the lock when it could not fetch it where the lock was
 * made, and `npm ci` then refuses the lock everywhere. Returns the entries to add, by location:
 * version as its parent pins it, platform as its name tells it. They carry no content hash.
 */
export function missingPlatforms(packages) {
  const added = {};
  for (const [location, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, location, name) || !/^\d+\.\d+\.\d+\S*$/.test(version)) continue;
      added[`node_modules/${name}`] = { version, ...platformOf(name), ...kindOf(entry) };
    }
  }
  return added;
}

/** As Node would look for it: beside the parent, then in each folder above. */
function isLocked(packages, location, name) {
  for (let at = location; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return true;
    if (at === '') return false;
  }
}

function kindOf(entry) {
  return entry.dev === true ? { dev: true, optional: true } : { optional: true };
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => [...PLATFORMS, ...MORE_PLATFORMS].includes(word));
  const cpu = words.find((word) => [...PROCESSORS, ...MORE_PROCESSORS].includes(word));
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...libcOf(words) };
}

function libcOf(words) {
  if (words.some((word) => /^musl/.test(word))) return { libc: ['musl'] };
  return words.some((word) => /^gnu/.test(word)) ? { libc: ['glibc'] } : {};
}
