import { parseArgs } from 'node:util';
import { startServer } from './static-server';

const USAGE = 'usage: npm run serve -- [folder] [--port 4173] [--host localhost]';

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '4173' }, host: { type: 'string', default: 'localhost' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || positionals.length > 1)
    throw new Error('arguments');
  return { folder: positionals[0] ?? 'dist', port, host: values.host };
}

let options;
try {
  options = readArguments();
} catch {
  console.error(USAGE);
  process.exit(2);
}
try {
  const { url } = await startServer(options);
  console.log(`\n决算透镜 is running at ${url}  (Ctrl+C stops it)\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
