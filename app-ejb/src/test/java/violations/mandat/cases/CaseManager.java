package violations.mandat.cases;

public class CaseManager {}
