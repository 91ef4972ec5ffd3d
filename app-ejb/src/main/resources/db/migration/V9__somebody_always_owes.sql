-- Somebody owes, whichever way a row changes: also when a debt is removed, given to another case, or no longer leads.
create or replace function somebody_owes() returns trigger
    language plpgsql
    set search_path from current as
$$
declare
    numbers text[];
    of      case_;
    led_by  text;
begin
    if tg_table_name = 'case_' then
        numbers := array [new.number];
    elsif tg_op = 'DELETE' then
        numbers := array [old.case_number];
    elsif tg_op = 'UPDATE' and old.case_number <> new.case_number then
        numbers := array [old.case_number, new.case_number];
    else
        numbers := array [new.case_number];
    end if;
    for of in select * from case_ where number = any (numbers)
        loop
            select case kind when 'APPOINT' then appoints else kind end
            into led_by
            from obligation o
            where o.case_number = of.number
              and o.state = 'OPEN'
              and o.leads;
            if (case led_by
                    when 'DECIDE' then 'DECIDING'
                    when 'RESPOND' then 'DECIDING'
                    when 'ACCEPT_OWNERSHIP' then 'ASSIGNING'
                    when 'ACT' then 'ACTING'
                    when 'REVIEW_EFFECT' then 'REVIEWING'
                    else 'CLOSED' end) <> of.stage then
                raise exception 'The case % is % but its leading obligation is %', of.number, of.stage, led_by
                    using errcode = 'MD005';
            end if;
        end loop;
    return null;
end
$$;

drop trigger somebody_owes on obligation;

create constraint trigger somebody_owes
    after insert or delete or update of state, leads, kind, appoints, case_number
    on obligation
    deferrable initially deferred
    for each row
execute function somebody_owes();
