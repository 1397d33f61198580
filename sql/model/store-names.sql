-- What is each store called that files know by a number?
-- Grain: one store id of the lists of stores. The newest list that names it wins; two stores of one name keep their ids apart.
create or replace table store_names as
with
named as (
  select store::varchar as store, arg_min(store_name::varchar, newest_first) as store_name
  from store_lines
  where store is not null and store_name is not null
  group by 1
)
select
  store,
  if(count(*) over (partition by store_name) > 1, store_name || ' (' || store || ')', store_name)::varchar as store_name
from named
