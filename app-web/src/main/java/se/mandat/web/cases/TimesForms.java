package se.mandat.web.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.mandat.cases.AnswerExtension;
import se.mandat.cases.AskForExtension;
import se.mandat.cases.PauseObligation;
import se.mandat.shared.MandatException.FieldError;
import se.mandat.web.platform.Typed;

/** The commands that the forms of {@link TimesPages} mean. */
final class TimesForms {

    private TimesForms() {}

    static AskForExtension.Command extension(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        UUID obligation = CaseCommands.id(typed, "obligation", mistakes);
        LocalDate dueOn = RaiseForm.day(typed, "dueOn", mistakes);
        if (dueOn == null && mistakes.isEmpty()) {
            mistakes.add(new FieldError("dueOn", "error.required"));
        }
        CaseCommands.refuse(mistakes);
        return new AskForExtension.Command(
                number, obligation, CaseCommands.version(typed), null, dueOn, typed.text("reason"));
    }

    static AnswerExtension.Command answer(String number, UUID extension, Typed typed) {
        return new AnswerExtension.Command(
                number,
                extension,
                CaseCommands.version(typed),
                RaiseForm.yesOrNo(typed, "approved"),
                typed.text("reason"));
    }

    static PauseObligation.Command pause(String number, Typed typed) {
        List<FieldError> mistakes = new ArrayList<>();
        UUID obligation = CaseCommands.id(typed, "obligation", mistakes);
        LocalDate until = RaiseForm.day(typed, "until", mistakes);
        CaseCommands.refuse(mistakes);
        return new PauseObligation.Command(number, obligation, CaseCommands.version(typed), until, typed.text("cause"));
    }
}
