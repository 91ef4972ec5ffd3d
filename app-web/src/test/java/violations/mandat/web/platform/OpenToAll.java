package violations.mandat.web.platform;

import jakarta.ejb.Stateless;

@Stateless
public class OpenToAll {}
