import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { folded } from '../characters.js';
import { problem } from '../problems.js';
import { liesIn, parentOf } from './changes.js';
import { inTurns } from './in-turns.js';
import { type Manifest, manifestName, readManifest, writeManifest } from './manifest.js';
import { refusalOf } from './names.js';
import { type Outcome, putDocuments } from './put.js';
import { codeOf, reasonOf } from './reason.js';
import { removeDocument } from './remove.js';
import { syncFolder } from './replace.js';
import { absent } from './stamp.js';
import { type Standing, stampIn } from './standing.js';
import { sweep } from './temporary.js';
import type { Writing, Written } from './written.js';

/** What to know beside the documents. */
export interface WriteOptions {
  /** Folder inside the output folder, relative with `/`, in which no document may land: the articles. */
  readonly keepOut?: string;
  /** How the documents stood after the last call. */
  readonly standing?: Standing;
  /** Cuts off the call, between two documents: it throws then, and what it leaves is as if the process had been killed. */
  readonly end?: AbortSignal;
}

/**
 * Brings the output folder to hold these documents, beside whatever else lies there. Each is replaced atomically and
 * durably, or stays as it was, with a problem, while the others go on. What an earlier call wrote and is no longer
 * among them is removed. Throws only where it is cut off. Calls for one folder must not overlap.
 *
 * @param output absolute path of the output folder; made where it does not exist
 * @param documents all there are, not the changed ones alone
 * @param options what to know beside them
 */
export async function writeDocuments(
  output: string,
  documents: readonly Writing[],
  options: WriteOptions = {},
): Promise<Written> {
  const result: Written = { written: [], unchanged: [], removed: [], standing: new Map(), problems: [] };
  if (!(await makeOutput(output, result, options.standing))) return result;
  const manifest = readManifest(output);
  const known = new Set(manifest.names);
  const accepted = accept(documents, options, result).filter(({ name, isYielding }) => {
    if (!isYielding || known.has(name) || manifest.reason) return true;
    const stamp = obstacleAt(output, name, known);
    if (stamp === absent) return true;
    // Told once; and looked after, since its place may become free.
    if (options.standing?.get(name) !== stamp) result.problems.push(problem('page-in-the-way', {}, { name }));
    result.standing.set(name, stamp);
    return false;
  });
  const names = new Set(accepted.map(({ name }) => name));
  if (manifest.reason !== undefined) {
    result.problems.push(problem('manifest-unusable', {}, { name: manifestName, reason: manifest.reason }));
  }

  // Listed before they are written: a crash in between must not leave a document that nobody knows of.
  const earlier = manifest.names ?? [];
  const listed = await list(output, manifest, new Set([...earlier, ...names]), result);
  const outcome: Outcome = { result, touched: new Set(), failed: new Set(), lacking: new Set() };
  const { touched } = outcome;
  const removable = earlier.filter((name) => !names.has(name));
  const kept = removable.filter((name) => !removeDocument(output, name, options.keepOut, result, touched));
  // Whoever follows a document to another must find that one as it is meant to be.
  for (const isLeading of [false, true]) {
    const now = accepted.filter(({ leadsTo }) => (leadsTo !== undefined) === isLeading);
    await inTurns(
      foldersOf(now),
      ([folder, group]) => putDocuments(output, folder, group, outcome, options),
      options.end,
    );
    await inTurns(touched, (folder) => makeDurable(output, folder, result), options.end);
    touched.clear();
  }
  // A name under which nothing was ever written is anybody's.
  for (const name of outcome.lacking) if (!known.has(name)) names.delete(name);
  await list(output, listed, new Set([...names, ...kept]), result);
  result.written.sort();
  result.unchanged.sort();
  return result;
}

async function makeOutput(output: string, result: Written, standing?: Standing): Promise<boolean> {
  try {
    const made = makeFolders(output);
    for (const folder of made) await syncFolder(dirname(folder));
    // An earlier run may have been killed when it had made it. Where the folder around it may not be read, so be it.
    if (made.length === 0 && !standing?.size) await syncFolder(dirname(output)).catch(() => undefined);
    sweep(output);
    return true;
  } catch (error) {
    result.problems.push(problem('output-unusable', {}, { folder: output, reason: reasonOf(error) }));
    return false;
  }
}

/**
 * Makes a folder and what it lies in, one by one: Node's own way to do so gives the wrong reason where the file system
 * is read-only, and never ends below `/proc`.
 */
function makeFolders(folder: string): string[] {
  if (existsSync(folder)) return [];
  const made = makeFolders(dirname(folder));
  mkdirSync(folder);
  return [...made, folder];
}

function accept(documents: readonly Writing[], { keepOut }: WriteOptions, result: Written): Writing[] {
  const taken = new Set<string>();
  return documents.filter(({ name }) => {
    const reason = taken.has(folded(name)) ? 'another document has this name' : refusalOf(name, keepOut);
    if (reason !== undefined) result.problems.push(problem('document-name-refused', {}, { name, reason }));
    taken.add(folded(name));
    return reason === undefined;
  });
}

/** How a file of somebody else stands that a document would have to take the place of, or of whose place it needs a folder. */
function obstacleAt(output: string, name: string, known: ReadonlySet<string>): string {
  const there = stampIn(`${output}/${name}`);
  if (there !== absent) return there;
  const folders = name.split('/').slice(0, -1);
  const steps = folders.map((_, at) => folders.slice(0, at + 1).join('/'));
  const file = steps.find(
    (step) => !known.has(step) && lstatSync(`${output}/${step}`, { throwIfNoEntry: false })?.isFile(),
  );
  return file === undefined ? absent : stampIn(`${output}/${file}`);
}

/** Writes the manifest where its names change; gives what it holds then. One that cannot be used is left alone. */
async function list(
  output: string,
  manifest: Manifest,
  names: ReadonlySet<string>,
  result: Written,
): Promise<Manifest> {
  const there = manifest.names;
  if (there === undefined || (there.length === names.size && there.every((name) => names.has(name))))
    return manifest;
  try {
    await writeManifest(output, names);
    return { names: [...names] };
  } catch (error) {
    const reason = reasonOf(error);
    result.problems.push(problem('document-unwritten', {}, { name: manifestName, reason }));
    return manifest;
  }
}

function foldersOf(documents: readonly Writing[]): Map<string, Writing[]> {
  const folders = new Map<string, Writing[]>();
  for (const document of documents) {
    const folder = parentOf(document.name);
    const group = folders.get(folder);
    if (group === undefined) folders.set(folder, [document]);
    else group.push(document);
  }
  return folders;
}

/** A folder that was removed since has nothing left to be made durable; the one around it has. */
async function makeDurable(output: string, folder: string, result: Written): Promise<void> {
  const place = folder === '' ? output : `${output}/${folder}`;
  try {
    await syncFolder(place);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    // To be looked at again the next time.
    const doubtful = new Set([folder]);
    for (const name of result.standing.keys()) if (liesIn(name, doubtful)) result.standing.delete(name);
    result.problems.push(problem('output-not-durable', {}, { folder: place, reason: reasonOf(error) }));
  }
}
