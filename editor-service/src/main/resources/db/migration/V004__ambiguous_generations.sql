-- A submission of which nobody knows whether the provider took it: what it may have cost, and what the person decided.

alter table generation
    -- what it may have cost; counts against the budget until it is known what it did cost
    add column cost_possible_micros bigint not null default 0,
    -- the price is the provider simulator's: nobody pays it
    add column cost_simulated boolean not null default false,
    -- resubmit or give_up; null while nobody decided
    add column decision text,
    add column decided_at timestamptz,
    -- the generation that was sent instead, after resubmit
    add column successor_id uuid;

-- They used to stand as failed, at no cost.
update generation set state = 'ambiguous', cost_possible_micros = cost_estimated_micros, cost_actual_micros = null
where state = 'failed' and error_code = 'ambiguous';
