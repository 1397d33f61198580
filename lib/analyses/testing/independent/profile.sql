select position, column_name, type, filled, empty, distinct_values, minimum, maximum, mean, top_values, histogram, distinct_is_exact, lines, data_set
from profiles
where data_set_position = (select data_set_position from profiles
  where getvariable('table') in ('first', data_set) order by data_set, data_set_position limit 1)
order by position
