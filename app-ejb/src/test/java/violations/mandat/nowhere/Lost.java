package violations.mandat.nowhere;

public class Lost {}
