import { statSync } from 'node:fs';
import { eachFile } from './each-file.mjs';

// The least that Node takes to learn whether files have changed.
eachFile(process.argv[2] ?? '', (path) => statSync(path));
