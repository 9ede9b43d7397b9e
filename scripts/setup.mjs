import { execSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, hasScreen } from './find-browser.mjs';

/**
 * Sets up what is missing, and says what it did; silent when nothing is. Plain Node: it runs before anything is installed.
 *
 *   node scripts/setup.mjs            the npm packages
 *   node scripts/setup.mjs browser    and a browser to open; without a screen, all that drives one
 *   node scripts/setup.mjs browsers   and both browsers, with all that drives them
 */

/** Debian's packages, and a file that each brings. */
const PACKAGES = {
  chromium: '/usr/bin/chromium',
  'firefox-esr': '/usr/bin/firefox-esr',
  xvfb: '/usr/bin/Xvfb',
  openbox: '/usr/bin/openbox',
  xdotool: '/usr/bin/xdotool',
  imagemagick: '/usr/bin/import',
  // Without any font a page shows boxes for letters.
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
};

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
try {
  setUp(process.argv[2]);
} catch (error) {
  console.error(`\nsetup: ${error.message}`);
  process.exitCode = 1;
}

function setUp(need) {
  checkNode();
  if (!hasLockedPackages()) installPackages();
  if (need === 'browser' && hasScreen()) requireBrowser();
  else if (need) installBrowsers();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Foil needs Node 20.19 or newer to build, and this is ${process.versions.node}.`);
}

/** Compares what is installed with the lock file, by version: after a clone or a checkout, file times say nothing. */
function hasLockedPackages() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(readPackages('package-lock.json')).every(
    // The root, and what npm leaves out here because it is for other systems.
    ([path, { version, optional }]) =>
      path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  );
}

function readPackages(lock) {
  return existsSync(lock) ? JSON.parse(readFileSync(lock, 'utf8')).packages : undefined;
}

/**
 * The versions of the lock file. Not `npm ci`: npm 11 refuses a lock file that was written where a registry lacks some other
 * system's optional package.
 */
function installPackages() {
  console.log('setup: installing npm packages');
  execSync('npm install --no-save --no-audit --no-fund --loglevel=error', { stdio: ['ignore', 'ignore', 'inherit'] });
}

function requireBrowser() {
  if (findBrowser()) return;
  if (isDebian()) return installBrowsers();
  throw new Error(
    'No browser found: install Chrome, Edge, Chromium or Firefox in its usual place, then run this again.',
  );
}

function missingPackages() {
  return Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name]));
}

function installBrowsers() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.platform !== 'linux')
    throw new Error(
      'Driving browsers by itself takes Linux with Xvfb; here, `npm run check` and `npm run test:unit` work.',
    );
  const sudo = isDebian() ? becomeRoot() : undefined;
  if (!sudo) throw new Error(`Missing: ${names}. On Debian, \`sudo apt-get install ${names}\` brings them.`);
  console.log(`setup: installing Debian's ${missing.join(', ')}`);
  apt(sudo, ['update', '-qq']);
  apt(sudo, ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  const still = missingPackages().map((name) => PACKAGES[name]);
  if (still.length > 0) throw new Error(`apt-get succeeded, but there is no ${still.join(', ')}.`);
}

function isDebian() {
  return existsSync('/etc/debian_version');
}

/** What to put before a command that needs root: nothing, `sudo`, or `undefined` where neither will do. */
function becomeRoot() {
  if (process.getuid() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function apt(sudo, args) {
  const [command, ...rest] = [
    ...sudo,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
  ];
  const { status, stdout, stderr } = spawnSync(command, [...rest, ...args], { encoding: 'utf8' });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
  throw new Error(`apt-get ${args.join(' ')} failed:\n${said}`);
}
