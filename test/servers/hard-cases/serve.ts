import { readdirSync, readFileSync } from 'node:fs';
import type { Site } from '../site.ts';
import { give, send } from './answers.ts';
import { PHOTOS, SPACER } from './pictures.ts';
import { PAGE_HEADERS, specialRoutes } from './routes.ts';

const FOLDER = 'test/site/hard-cases';
const BASE = '/hard-cases/';

/**
 * Serves the pages of the hard cases, each with photographs of its own below its name. Pages name other hosts without a port,
 * which only the running server knows.
 */
export function serveHardCases(site: Site): void {
  const files = readdirSync(FOLDER);
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => file.replace(/(\.inner)?\.html$/, ''));
  for (const page of new Set(pages)) {
    for (const photo of PHOTOS) site.route(`${BASE}${page}/${photo}`, give(page, photo));
    site.route(`${BASE}${page}/spacer.gif`, send(SPACER, 'image/gif'));
  }
  for (const file of files) {
    const [, ending = ''] = /\.(\w+)$/.exec(file) ?? [];
    const type = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript' }[ending] ?? 'text/plain';
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8').replace(
      /(http:\/\/(?:[\w.-]+\.test|localhost))\//g,
      `$1:${site.port}/`,
    );
    site.route(`${BASE}${file}`, send(text, type, PAGE_HEADERS[file.replace(/\.html$/, '')]));
  }
  for (const [path, route] of Object.entries(specialRoutes())) site.route(BASE + path, route);
}
