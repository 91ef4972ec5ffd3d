package violations.mandat.obligation.impl;

public class Deep {}
