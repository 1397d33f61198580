-- What does a list of stores look like when no file holds any?
-- Grain: one line of a list of stores; none here.
select
  null::varchar as store,
  null::varchar as store_name
limit 0
