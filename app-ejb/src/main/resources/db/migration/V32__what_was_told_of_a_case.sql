-- Whether somebody has been told of a case is found at once, however much has ever been told.
create index outbox_message_of_case on outbox_message (case_number, recipient, told_at);
