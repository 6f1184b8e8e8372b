import { type Problem, type ProblemCode, problem } from '../problems.js';
import type { Published } from '../publish/publisher.js';
import { announce } from './announce.js';
import type { Command } from './command.js';
import { exitCode } from './exit-code.js';
import { publisherFor } from './publisher-for.js';

/** Fewer documents than this are uploaded soon. */
const worthTelling = 100;

/** Builds once, and brings the documents to the store of the config. */
export const publish: Command = async ({ config, reporter, host, strict }) => {
  if (config.publish === undefined) {
    reporter.problems([problem('config-missing-key', {}, { parent: 'the config', key: 'publish' })]);
    return 2;
  }
  const mill = await import('../build.js');
  const report = await mill.build(config, reporter.progress);
  reporter.report(report);
  const built = exitCode(report, strict);
  if (built === 2) return built;
  const problems: Problem[] = [];
  let published: Published | undefined;
  const publisher = await publisherFor(config, host, {
    onPublished: (done) => {
      published = done;
    },
    onProblem: (found) => {
      problems.push(found);
      reporter.problems([found]);
    },
    onProgress: (done, total) => {
      if (total >= worthTelling) reporter.progress({ kind: 'upload', done, total });
    },
  });
  await publisher?.bring(report.at);
  if (published) {
    reporter.published(published);
    const { uploaded: written, unchanged, removed } = published;
    await announce(config, { written, unchanged, removed }, reporter, true);
  }
  return Math.max(built, ...problems.map((found) => exitOf(found, strict))) as 0 | 1 | 2;
};

const impossible: readonly ProblemCode[] = ['credentials-missing', 'config-value'];

/** What was not brought, though it is the newest. */
const failing: readonly ProblemCode[] = ['store-unreachable', 'store-refused', 'object-in-the-way'];

function exitOf({ code, level }: Problem, strict: boolean): 0 | 1 | 2 {
  if (impossible.includes(code)) return 2;
  return failing.includes(code) || (strict && level !== 'note') ? 1 : 0;
}
