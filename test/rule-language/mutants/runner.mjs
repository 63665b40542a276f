/**
 * Runs mutants of the compiler within one process, many a second: rules are compiled anew for each mutant, and only
 * statements that differ from what the compiler itself makes of them are put to the database.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

// What mutated sources look at to see which mutant they are.
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

class CompilerRunner {
  #loaded;
  #times = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const { checks, keep } = await this.#load();
    const tests = [];
    for (const check of checks) {
      stryker.currentTestId = check.name;
      const startedAt = performance.now();
      const failureMessage = await faultOf(check);
      const timeSpentMs = performance.now() - startedAt;
      tests.push({ id: check.name, name: check.name, timeSpentMs, ...outcome(failureMessage) });
    }
    stryker.currentTestId = undefined;
    keep();
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, reloadEnvironment, hitLimit }) {
    stryker.activeMutant = activeMutant.id;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    stryker.hitLimit = hitLimit;
    let checks;
    try {
      ({ checks } = await this.#load(reloadEnvironment));
    } catch (error) {
      return { status: MutantRunStatus.Error, errorMessage: String(error) };
    }
    const asked = testFilter ? checks.filter(({ name }) => testFilter.includes(name)) : checks;
    for (const [index, check] of asked.entries()) {
      const failureMessage = await faultOf(check);
      if (failureMessage === undefined) continue;
      const limit = determineHitLimitReached(stryker.hitCount, hitLimit);
      return (
        limit ?? {
          status: MutantRunStatus.Killed,
          failureMessage,
          killedBy: [check.name],
          nrOfTests: index + 1,
        }
      );
    }
    return { status: MutantRunStatus.Survived, nrOfTests: asked.length };
  }

  async dispose() {
    await this.#loaded?.end();
  }

  /** Again where a mutant shows only while the sources are loaded. */
  async #load(again = false) {
    if (this.#loaded && !again) return this.#loaded;
    const previous = this.#loaded;
    this.#loaded = undefined;
    await previous?.end();
    const module = await import(`${pathToFileURL(await bundle())}?${this.#times++}`);
    this.#loaded = { checks: await module.checks(), keep: module.keep, end: module.end };
    return this.#loaded;
  }
}

async function faultOf(check) {
  try {
    return (await check.holds()) ? undefined : `${check.name} does not hold`;
  } catch (error) {
    return `${check.name}: ${error}`;
  }
}

const outcome = (failureMessage) =>
  failureMessage === undefined
    ? { status: TestStatus.Success }
    : { status: TestStatus.Failed, failureMessage };

let bundled;
/** Beside the sources, for those that read files beside themselves. */
function bundle() {
  const folder = join(process.cwd(), 'test/rule-language');
  const outfile = join(folder, `.checks-${process.pid}.mjs`);
  bundled ??= build({
    entryPoints: [join(folder, 'mutants/checks.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  }).then(() => outfile);
  return bundled;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'compiler', CompilerRunner)];
