import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Whether nginx is installed, which can stand for one place of a content delivery network. */
export const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

/**
 * Starts an nginx that keeps answers as long as they allow, and asks the origin once for all who wait.
 *
 * @param {string} origin its address
 * @param {string} folder for its files
 */
export async function edge(origin, folder) {
  const port = await free();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root; ' : ''}daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  proxy_cache_path ${folder}/cache keys_zone=feeds:1m;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${origin};
      proxy_http_version 1.1;
      proxy_cache feeds; proxy_cache_revalidate on; proxy_cache_lock on;
      proxy_cache_use_stale updating error timeout; proxy_cache_background_update on;
    }
  }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file], { stdio: ['ignore', 'inherit', 'inherit'] });
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      process.off('exit', kill);
      child.kill();
      await once(child, 'close');
    },
  };
}

/** A port that is free. @returns {Promise<number>} */
async function free() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
