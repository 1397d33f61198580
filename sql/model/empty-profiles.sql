-- What does `profiles` look like when no file is an ordinary table?
-- Grain: one column of one file; none here.
select
  null::varchar as data_set,
  null::bigint as lines,
  null::bigint as position,
  null::varchar as column_name,
  null::varchar as type,
  null::bigint as filled,
  null::bigint as empty,
  null::bigint as distinct_values,
  null::boolean as distinct_is_exact,
  null::varchar as minimum,
  null::varchar as maximum,
  null::double as mean,
  null::varchar as top_values,
  null::varchar as histogram,
  null::bigint as data_set_position -- the order of the files
limit 0
