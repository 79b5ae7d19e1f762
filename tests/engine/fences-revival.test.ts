import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WasmEngine } from '../../src/engine/engine';
import { nodeHost } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { WatchedHost, type Death } from './support/watched-host';

/** Takes minutes where nothing stops it. */
const ENDLESS = 'SELECT count(*) AS n FROM range(1000000) a(i), range(1000000) b(j) WHERE i * j % 7 = 3';

describe('fence 3: a dead database comes back', () => {
  let host: WatchedHost;
  let engine: Engine;
  let parquet: Uint8Array;
  beforeEach(async () => {
    host = new WatchedHost();
    engine = await WasmEngine.start(host);
    parquet = await engine.exportParquet('SELECT i AS n FROM range(3) t(i)');
    await engine.loadParquet('kept', [{ name: 'kept.parquet', bytes: parquet }]);
  });
  afterEach(() => engine.close());

  const kept = () => engine.query({ sql: 'SELECT n FROM kept ORDER BY n' });
  const ALL = [{ n: 0n }, { n: 1n }, { n: 2n }];

  test.each<Death>(['trap', 'exit', 'damage'])(
    'after %s the tables are loaded again and the query is run once more',
    async (how) => {
      host.dieOf('victim', how);
      expect(await engine.query({ sql: 'SELECT max(n) AS victim FROM kept' })).toEqual([{ victim: 2n }]);
      expect(host.boots).toBe(2);
      expect(host.sent('victim')).toBe(2);
    },
  );

  test('what kills it twice is an error, and the next query finds everything in place', async () => {
    host.dieOf('victim', 'trap', 2);
    await expect(engine.query({ sql: 'SELECT 1 AS victim' })).rejects.toMatchObject({
      kind: 'crashed',
      message: expect.stringContaining('memory access out of bounds') as string,
    });
    expect(host.sent('victim')).toBe(2);
    expect(await kept()).toEqual(ALL);
  });

  test('what was loaded last is what comes back', async () => {
    const other = await engine.exportParquet('SELECT 7::BIGINT AS n');
    await engine.loadParquet('kept', [{ name: 'kept.parquet', bytes: other }]);
    host.dieOf('FROM kept', 'trap');
    expect(await kept()).toEqual([{ n: 7n }]);
  });

  test('a load that fails leaves what was there', async () => {
    const bytes = new TextEncoder().encode('this is no Parquet file at all');
    await expect(engine.loadParquet('kept', [{ name: 'kept.parquet', bytes }])).rejects.toMatchObject({
      kind: 'query',
    });
    expect(await kept()).toEqual(ALL);
    host.dieOf('FROM kept', 'trap');
    expect(await kept()).toEqual(ALL);
  });

  test('a turn of several statements is run again from its beginning', async () => {
    host.dieOf('INSERT INTO turn VALUES (2)', 'exit');
    const rows = await engine.run(async (session) => {
      await session.execute('CREATE TABLE turn (n INTEGER)');
      await session.execute('INSERT INTO turn VALUES (1)');
      await session.execute('INSERT INTO turn VALUES (2)');
      return session.query({ sql: 'SELECT n FROM turn ORDER BY n' });
    });
    expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('an ordinary error starts nothing anew', async () => {
    await expect(engine.query({ sql: 'SELECT nothing FROM kept' })).rejects.toMatchObject({ kind: 'query' });
    expect(host.boots).toBe(1);
  });

  test('cancelling stops the database and spares the queries behind it', async () => {
    const cancel = new AbortController();
    const endless = engine.query({ sql: ENDLESS }, { signal: cancel.signal });
    const behind = kept();
    setTimeout(() => cancel.abort(), 50);
    await expect(endless).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await behind).toEqual(ALL);
    expect(host.boots).toBe(2);
    expect(host.sent('range(1000000)')).toBe(1);
  });

  test('cancelling a query that still waits stops nothing', async () => {
    const cancel = new AbortController();
    const first = kept();
    const waiting = engine.query({ sql: ENDLESS }, { signal: cancel.signal });
    cancel.abort();
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await first).toEqual(ALL);
    expect(await kept()).toEqual(ALL);
    expect(host.boots).toBe(1);
    expect(host.sent('range(1000000)')).toBe(0);
  });

  test('a query that takes too long is stopped', async () => {
    await expect(engine.query({ sql: ENDLESS }, { timeout: 50 })).rejects.toMatchObject({ kind: 'timeout' });
    expect(await kept()).toEqual(ALL);
    expect(host.boots).toBe(2);
  });

  test('no memory left is an error of its own and does not stop the database', async () => {
    await engine.execute("SET memory_limit = '20MB'");
    await expect(
      engine.execute("CREATE TABLE big AS SELECT i, repeat('x', 50) || i AS s FROM range(3000000) t(i)"),
    ).rejects.toMatchObject({ kind: 'out_of_memory' });
    expect(await kept()).toEqual(ALL);
    expect(host.boots).toBe(1);
  });

  test('a closed engine says so', async () => {
    await engine.close();
    await expect(kept()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  test('a database that cannot start says so instead of waiting for ever', async () => {
    const broken = WasmEngine.start({ ...nodeHost, wasm: `${nodeHost.wasm}.missing` });
    await expect(broken).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

describe('equal queries at the same time', () => {
  let host: WatchedHost;
  let engine: Engine;
  beforeEach(async () => {
    host = new WatchedHost();
    engine = await WasmEngine.start(host);
  });
  afterEach(() => engine.close());
  const twins = { sql: 'SELECT ? AS twin', params: [1n] };

  test('are run once, and each caller has rows of its own', async () => {
    const [a, b] = await Promise.all([engine.query(twins), engine.query(twins)]);
    expect(host.sent('twin')).toBe(1);
    a[0]!.twin = 'changed';
    expect(b).toEqual([{ twin: 1 }]);
  });

  test('are told apart by their parameters', async () => {
    const other = { sql: twins.sql, params: ['1'] };
    expect(await Promise.all([engine.query(twins), engine.query(other)])).toEqual([
      [{ twin: 1 }],
      [{ twin: '1' }],
    ]);
  });

  test('run again once the first is done, and after a change between them', async () => {
    await engine.execute('CREATE TABLE counted (n INTEGER)');
    const count = { sql: 'SELECT count(*) AS n FROM counted' };
    const before = engine.query(count);
    const change = engine.execute('INSERT INTO counted VALUES (1)');
    const after = engine.query(count);
    await change;
    expect([await before, await after]).toEqual([[{ n: 0n }], [{ n: 1n }]]);
    expect(await engine.query(count)).toEqual([{ n: 1n }]);
  });

  test('go on for the others when one caller leaves', async () => {
    const leave = new AbortController();
    const gone = engine.query(twins, { signal: leave.signal });
    const stays = engine.query(twins);
    leave.abort();
    await expect(gone).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await stays).toEqual([{ twin: 1 }]);
    expect(host.boots).toBe(1);
  });
});
