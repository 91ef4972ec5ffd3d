-- An open obligation's debtor is somebody active who is no auditor, whoever writes the row.
create trigger debtor_may_hold_debt
    before insert or update of debtor
    on obligation
    for each row
execute function assert_may_hold_debt();
