/** The server the benchmark runs on: BENCH_DATABASE_URL, else an embedded one that is kept between runs. */

import { startEmbeddedPostgres } from '../../src/demo/embedded-postgres.js';

/** A dedicated server of moderate size. What is not said here is as PostgreSQL has it. */
const settings = {
  shared_buffers: '4GB',
  effective_cache_size: '12GB',
  work_mem: '128MB',
  maintenance_work_mem: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '2',
  max_wal_size: '8GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

export interface BenchServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function openServer(folder: string, log: (line: string) => void): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir: folder, log, settings });
}
