-- Results of a batch, for one machine: `duckdb portfolio.db < portfolio.sql` beside results.ndjson.
CREATE OR REPLACE TABLE portfolio AS
  SELECT line, id, organisation, edition, overall.low AS low, overall.high AS high, stages[1].state AS stage_1,
    stages[2].state AS stage_2, findings.major AS majors, findings.minor AS minors, ok, shortfalls, error.message AS error
  FROM read_json('results.ndjson', format = 'newline_delimited', columns = {line: 'BIGINT', id: 'VARCHAR',
    organisation: 'VARCHAR', edition: 'VARCHAR', overall: 'STRUCT(low INTEGER, high INTEGER)',
    stages: 'STRUCT(stage INTEGER, state VARCHAR, certifiable BOOLEAN)[]', ok: 'BOOLEAN', shortfalls: 'VARCHAR[]',
    findings: 'STRUCT(major INTEGER, minor INTEGER)', error: 'STRUCT(code VARCHAR, message VARCHAR)'});
SELECT stage_1, stage_2, count(*) AS organisations, avg(low / 100) AS low, avg(high / 100) AS high FROM portfolio GROUP BY ALL ORDER BY ALL;
SELECT unnest(shortfalls) AS requirement, count(*) AS under FROM portfolio GROUP BY requirement ORDER BY under DESC LIMIT 20;
SELECT id, count(*) AS files, list(line) AS lines FROM portfolio WHERE id <> '' GROUP BY id HAVING files > 1 ORDER BY files DESC;
