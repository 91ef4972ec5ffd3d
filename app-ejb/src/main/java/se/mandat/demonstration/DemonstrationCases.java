package se.mandat.demonstration;

import static se.mandat.demonstration.Moment.ago;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.mandat.cases.EffectVerdict;
import se.mandat.cases.EvidenceKind;
import se.mandat.cases.Verdict;
import se.mandat.demonstration.Play.Change;
import se.mandat.demonstration.Play.Words;
import se.mandat.shared.Outcome;
import se.mandat.worktime.WorkingCalendar;

/**
 * The script: a few cases in every stage, told as they happened from 60 working days ago. None of them charges the ledger
 * of sara, amir or noor, whose mandate is whole for whoever tries the system.
 */
@Dependent
class DemonstrationCases {

    private static final String KUNDSERVICE = "nordvik/medborgarservice/kundservice";
    private static final String BIBLIOTEK = "nordvik/medborgarservice/bibliotek";
    private static final String GATA = "nordvik/teknik/gata";
    private static final String VATTEN = "nordvik/teknik/vatten";
    private static final String EKONOMI = "nordvik/ekonomi";

    @Inject
    private Play play;

    private List<Scene> scenes;
    private LocalDate today;
    private String promiseOfWarning;

    /** Something that happened at a moment. */
    record Scene(Moment at, Runnable happens) {}

    /** A case that goes on from scene to scene. */
    private final class Story {

        private String number;

        Story then(Moment at, Consumer<String> happens) {
            scenes.add(new Scene(at, () -> happens.accept(number)));
            return this;
        }
    }

    /** All that happened before {@code today}, in no order. */
    List<Scene> before(LocalDate today) {
        this.scenes = new ArrayList<>();
        this.today = today;
        promises();
        closed();
        secondRound();
        reviewing();
        acting();
        assigning();
        deciding();
        drafts();
        return scenes;
    }

    private Story raised(Moment at, String by, Words words, Change change, String ownerIfOwn) {
        return raised(at, by, words, change, ownerIfOwn, () -> null);
    }

    private Story raised(
            Moment at, String by, Words words, Change change, String ownerIfOwn, Supplier<String> brokenPromise) {
        Story story = new Story();
        scenes.add(new Scene(at, () -> story.number = play.raise(by, words, change, ownerIfOwn, brokenPromise.get())));
        return story;
    }

    private Story raised(Moment at, String by, Words words, Change change) {
        return raised(at, by, words, change, null);
    }

    private void promises() {
        scenes.add(new Scene(
                ago(60, "08:15"),
                () -> play.promise(
                        "stina",
                        "Vi svarar inom två arbetsdagar.",
                        "Vi ringer upp, ber om ursäkt och säger när svaret kommer.",
                        null)));
        scenes.add(new Scene(
                ago(60, "08:20"),
                () -> promiseOfWarning = play.promise(
                        "stina",
                        "Vi säger till minst en dag innan vi stänger av vattnet.",
                        "Vi knackar på hos dem det gäller, ber om ursäkt och kör fram vatten samma dag.",
                        VATTEN)));
    }

    private void closed() {
        raised(
                        ago(60, "09:12"),
                        "sara",
                        new Words(
                                "Jag fick tre olika besked om när handläggaren skulle ringa, och ingen ringde",
                                "Få veta när hon kan få svar om sin ansökan",
                                Outcome.NOT_REACHED),
                        new Change(
                                "Den som lovar ett samtal bokar en tid i kalendern medan kunden är kvar.",
                                8_000L,
                                true,
                                List.of(KUNDSERVICE)))
                .then(
                        ago(59, "13:40"),
                        n -> play.approve(
                                "karin", n, "Ett löfte om samtal ska gå att lita på. Vi provar från och med nu.", null))
                .then(
                        ago(58, "08:30"),
                        n -> play.plan("karin", n, "Bokningsvy i telefonin, genomgång med alla på måndag.", inDays(45)))
                .then(ago(50, "15:05"), n -> play.note("karin", n, "Vyn är på plats, genomgången klar."))
                .then(
                        ago(45, "10:20"),
                        n -> play.complete("karin", n, "Alla utlovade samtal bokas nu i kalendern direkt."))
                .then(
                        ago(29, "11:15"),
                        n -> play.review(
                                "sara",
                                n,
                                EffectVerdict.EFFECTIVE,
                                EvidenceKind.CUSTOMER_SAID,
                                "Hon fick en tid medan vi pratade, och samtalet kom på minuten."));
        raised(
                        ago(52, "10:02"),
                        "hugo",
                        new Words(
                                "Min mamma går med rullator och kom inte upp på trottoaren vid vårdcentralen",
                                "Ta sig till vårdcentralen på egen hand",
                                Outcome.HARMED),
                        new Change(
                                "Lägg en tillfällig ramp vid övergången i dag och fasa kantstenen sedan.",
                                12_000L,
                                true,
                                List.of(GATA)),
                        "hugo")
                .then(
                        ago(51, "09:00"),
                        n -> play.complete("hugo", n, "Rampen ligger på plats och kantstenen är fasad."))
                .then(
                        ago(40, "14:30"),
                        n -> play.review(
                                "gun",
                                n,
                                EffectVerdict.EFFECTIVE,
                                EvidenceKind.OBSERVED,
                                "Jag stod där en förmiddag: fyra med rullator kom upp utan hjälp."))
                .then(ago(39, "08:45"), n -> play.acknowledge("hugo", n));
    }

    private void secondRound() {
        raised(
                        ago(55, "14:20"),
                        "noor",
                        new Words(
                                "Jag förstod inte fakturan, så jag vågade inte betala den",
                                "Betala rätt belopp i tid",
                                Outcome.DETOUR),
                        null)
                .then(
                        ago(53, "09:30"),
                        n -> play.decideOn(
                                "bodil",
                                n,
                                Verdict.APPROVED,
                                "En faktura ska gå att förstå utan att ringa.",
                                new Change(
                                        "Skriv om fakturans första sida på klarspråk.",
                                        20_000L,
                                        true,
                                        List.of(BIBLIOTEK))))
                .then(
                        ago(36, "16:10"),
                        n -> play.complete("bodil", n, "Ny första sida med tre rader: vad, hur mycket, när."))
                .then(
                        ago(14, "10:45"),
                        n -> play.review(
                                "noor",
                                n,
                                EffectVerdict.PARTLY,
                                EvidenceKind.CUSTOMER_SAID,
                                "Hon förstår beloppet nu, men inte varför avgiften står för sig."))
                .then(
                        ago(12, "13:00"),
                        n -> play.plan("bodil", n, "Förklara avgiften på samma rad som beloppet.", inDays(-8)));
    }

    private void reviewing() {
        raised(
                        ago(37, "08:50"),
                        "sara",
                        new Words(
                                "Jag ville bara byta adress men skickades mellan fyra sidor, och till slut gav jag upp",
                                "Få posten till sin nya bostad före flytten",
                                Outcome.NOT_REACHED),
                        new Change(
                                "En enda sida för adressbyte, länkad från startsidan.",
                                18_000L,
                                true,
                                List.of(KUNDSERVICE)))
                .then(ago(36, "10:10"), n -> play.approve("karin", n, "Det ska räcka att säga det en gång.", null))
                .then(ago(17, "15:30"), n -> play.complete("karin", n, "Sidan finns och de fyra gamla pekar dit."));
        raised(
                        ago(20, "11:05"),
                        "amir",
                        new Words(
                                "Vattnet stängdes av och lappen satt i fel trapphus",
                                "Veta i förväg när vattnet är avstängt",
                                Outcome.DETOUR),
                        new Change("Skicka sms till alla i huset dagen innan.", 40_000L, true, List.of(VATTEN)),
                        null,
                        () -> promiseOfWarning)
                .then(ago(18, "09:15"), n -> play.approve("ola", n, "Vi har redan numren. Rimligt och bra.", "lina"))
                .then(ago(17, "13:20"), n -> play.accept("lina", n))
                .then(
                        ago(10, "08:40"),
                        n -> play.handOver("lina", n, "ola", "Jag är ledig från i morgon, och smsen ska inte vänta."))
                .then(ago(10, "15:30"), n -> play.accept("ola", n))
                .then(
                        ago(4, "14:00"),
                        n -> play.complete("ola", n, "Sms går ut dagen innan varje planerad avstängning."));
    }

    private void acting() {
        raised(
                        ago(9, "09:40"),
                        "karin",
                        new Words(
                                "Sov du gott? var det ingen som frågade, de sa bara att jag skulle vänta",
                                "Bli bemött som en människa i receptionen",
                                Outcome.REACHED),
                        new Change(
                                "En stol, ett glas vatten och en hälsning innan vi ber någon vänta.",
                                3_500L,
                                true,
                                List.of(KUNDSERVICE)),
                        "karin")
                .then(
                        ago(8, "08:20"),
                        n -> play.plan("karin", n, "Möblera om receptionen och öva hälsningen.", inDays(-10)))
                .then(
                        ago(7, "10:15"),
                        n -> play.object("per", n, "Fråga de andra enheterna först: det syns om bara ni gör så."))
                .then(
                        ago(6, "14:40"),
                        n -> play.decide("eva", n, Verdict.APPROVED, "Gör det nu, så får de andra se hur det blev."))
                .then(ago(3, "16:00"), n -> play.note("karin", n, "Stolarna har kommit, vi övar i morgon."));
        raised(
                        ago(7, "13:30"),
                        "hugo",
                        new Words(
                                "Lampan har varit trasig sedan i höstas, jag går en omväg när det är mörkt",
                                "Känna sig trygg på väg hem från bussen",
                                Outcome.DETOUR),
                        new Change("Byt lampan nu i stället för vid nästa rond.", 2_400L, true, List.of(GATA)),
                        "gun")
                .then(ago(6, "09:10"), n -> play.accept("gun", n));
    }

    private void assigning() {
        raised(
                        ago(3, "10:30"),
                        "maja",
                        new Words(
                                "Jag fick pengarna tillbaka men ingen sa varför det blev fel",
                                "Förstå vad som hände med hans betalning",
                                Outcome.REACHED),
                        new Change(
                                "Skicka två rader om orsaken med varje återbetalning.",
                                15_000L,
                                true,
                                List.of(EKONOMI)))
                .then(
                        ago(1, "15:20"),
                        n -> play.approve("erik", n, "Den som får pengar tillbaka ska få veta varför.", "karin"));
    }

    private void deciding() {
        raised(
                ago(1, "14:10"),
                "sara",
                new Words(
                        "Jag står i kö för bibliotekskort på ett ställe och för parkeringstillstånd på ett annat",
                        "Få båda ärendena gjorda på sin lunchrast",
                        Outcome.DETOUR),
                new Change("En gemensam lucka en dag i veckan.", 30_000L, true, List.of(KUNDSERVICE, BIBLIOTEK)));
        raised(
                ago(1, "15:45"),
                "amir",
                new Words(
                        "Blanketten går inte att fylla i på telefonen, och jag har ingen dator",
                        "Söka bostadsanpassning åt sin far",
                        Outcome.NOT_REACHED),
                null);
        raised(
                        ago(5, "16:20"),
                        "lina",
                        new Words(
                                "Jag läste av mätaren själv men fick ändå en uppskattad räkning",
                                "Betala för det vatten hon faktiskt har använt",
                                Outcome.REACHED),
                        new Change(
                                "Ta emot avläsningen med bild och använd den samma månad.",
                                60_000L,
                                true,
                                List.of(VATTEN)))
                .then(
                        ago(3, "11:30"),
                        n -> play.decide("ola", n, Verdict.REJECTED, "Vi är för få för att granska alla bilder."))
                .then(
                        ago(2, "09:50"),
                        n -> play.appeal(
                                "lina",
                                n,
                                "Bilderna granskar sig nästan själva, och varje fel räkning kostar oss två samtal."));
    }

    private void drafts() {
        scenes.add(new Scene(
                ago(1, "11:00"),
                () -> play.draft(
                        "lina", new Words("Det luktar konstigt i vattnet på morgonen", "Våga dricka vattnet", null))));
    }

    /** So many working days from today, earlier when positive; a day on which something was to be ready. */
    private LocalDate inDays(int workingDaysAgo) {
        WorkingCalendar calendar = WorkingCalendar.standard();
        LocalDate day = today;
        for (int left = Math.abs(workingDaysAgo); left > 0; left--) {
            do {
                day = day.plusDays(workingDaysAgo < 0 ? 1 : -1);
            } while (!calendar.isWorkingDay(day));
        }
        return day;
    }
}
