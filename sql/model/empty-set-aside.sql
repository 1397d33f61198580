-- What does `set_aside` look like when every line counts?
-- Grain: one line of a file that does not count; none here.
select
  null::varchar as source_file,
  null::bigint as source_line,
  null::varchar as fate,
  null::varchar as reason,
  null::varchar as raw
limit 0
