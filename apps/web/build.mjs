// `node apps/web/build.mjs DATA OUT`: sets the pages of DATA (site.json, page/, public/) into OUT.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [dataFolder = '', outFolder = ''] = process.argv.slice(2);
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ALMFES_SITE_DATA = dataFolder;

const { build } = await import('astro');

try {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    outDir: outFolder,
    publicDir: join(dataFolder, 'public'),
    cacheDir: join(dataFolder, 'cache'),
    logLevel: 'warn',
    compressHTML: false,
    trailingSlash: 'ignore',
    build: { format: 'file', inlineStylesheets: 'always' },
    devToolbar: { enabled: false },
    image: { service: { entrypoint: 'astro/assets/services/noop', config: {} } },
    // An address, and no name: a build asks no name server, whose answer may fail.
    server: { host: '127.0.0.1' },
    vite: { cacheDir: join(dataFolder, 'vite'), server: { host: '127.0.0.1' } },
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
