package violations.mandat.cases;

import jakarta.transaction.Transactional;

@Transactional
public class OwnTransaction {}
