package se.mandat.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import se.mandat.cases.CaseView;
import se.mandat.cases.KeepDrafts;
import se.mandat.cases.ViewCase;
import se.mandat.promise.ListPromises;
import se.mandat.web.platform.IfMatch;
import se.mandat.web.platform.ReaderLanguage;
import se.mandat.web.platform.Words;

/** Every answer that is one case or one draft: as it stands now, with its version as ETag. */
@RequestScoped
class CaseAnswers {

    @Inject
    private ViewCase viewCase;

    @Inject
    private KeepDrafts drafts;

    @Inject
    private ListPromises listPromises;

    @Inject
    private HttpServletRequest request;

    Response theCase(String number) {
        CaseView view = viewCase.withoutPosition(number);
        return withTag(Response.ok(CaseAnswer.of(view, words())), view.version());
    }

    Response newCase(String number) {
        CaseView view = viewCase.withoutPosition(number);
        return withTag(Response.created(address(number)).entity(CaseAnswer.of(view, words())), view.version());
    }

    /** The draft, or the way to the case it has become. */
    Response theDraft(String number) {
        KeepDrafts.View draft = drafts.read(number);
        return draft.submittedAs() != null
                ? Response.seeOther(address(draft.submittedAs())).build()
                : withTag(Response.ok(answer(draft)), draft.version());
    }

    Response newDraft(String number) {
        KeepDrafts.View draft = drafts.read(number);
        return withTag(Response.created(address(number)).entity(answer(draft)), draft.version());
    }

    private CaseAnswer answer(KeepDrafts.View draft) {
        return CaseAnswer.of(draft, listPromises.find(draft.content().promise()).orElse(null));
    }

    private static Response withTag(Response.ResponseBuilder answer, long version) {
        return answer.header("ETag", IfMatch.tag(version)).build();
    }

    private static URI address(String number) {
        return URI.create("/api/v1/cases/" + number);
    }

    private Words words() {
        return Words.in(ReaderLanguage.of(request));
    }
}
