-- What do the columns of a file hold?
-- Grain: one row per column of one file that is an ordinary table, in the order of the file; for 'first', of
-- the first such file by name.
with
asked as (
  select arg_min(data_set_position, (data_set, data_set_position)) as data_set_position
  from profiles
  where $table = 'first' or data_set = $table
)
select
  position::bigint as position,
  column_name::varchar as column_name,
  type::varchar as type,
  filled::bigint as filled,
  empty::bigint as empty,
  distinct_values::bigint as distinct_values,
  minimum::varchar as minimum,
  maximum::varchar as maximum,
  mean::double as mean,
  top_values::varchar as top_values,
  histogram::varchar as histogram,
  distinct_is_exact::boolean as distinct_is_exact,
  lines::bigint as lines,
  data_set::varchar as data_set
from profiles
join asked using (data_set_position)
order by position
