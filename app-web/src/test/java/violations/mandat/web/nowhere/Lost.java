package violations.mandat.web.nowhere;

public class Lost {}
