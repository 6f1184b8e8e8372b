import { closeSync, openSync, readSync } from 'node:fs';
import { eachFile } from './each-file.mjs';

// The least that Node takes to have the bytes of files.
const buffer = Buffer.allocUnsafe(1 << 20);
eachFile(process.argv[2] ?? '', (path) => {
  const file = openSync(path, 'r');
  readSync(file, buffer);
  closeSync(file);
});
