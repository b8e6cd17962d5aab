// The notices of the packages of which something ships.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LICENSE = /^(?:licen[sc]e|copying|notice)\b/i;

/**
 * @param {readonly string[]} files of which the bundle was made
 * @returns {Promise<string>} a section for each package
 */
export async function thirdPartyNotices(files) {
  const folders = [...new Set(files.map(packageOf).filter((folder) => folder !== undefined))].sort();
  const sections = await Promise.all(folders.map(noticeOf));
  return ['This product has parts of the following packages.\n', ...new Set(sections)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the innermost package. */
function packageOf(file) {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
}

async function noticeOf(folder) {
  const { name, version, ...rest } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  // Old packages have a list of them.
  const license = [rest.license, ...(rest.licenses ?? [])].flatMap((one) => one?.type ?? one ?? []).join(' or ');
  const files = (await readdir(folder)).filter((file) => LICENSE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const named = license || (files.length > 0 ? 'licence below' : 'which names no licence');
  return [`${name} ${version}, ${named}\n`, ...texts.map((text) => `${text.trim()}\n`)].join('\n');
}
