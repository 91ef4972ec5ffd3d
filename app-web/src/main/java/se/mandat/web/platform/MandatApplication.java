package se.mandat.web.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** One application for people and programs: pages at {@code /}, JSON at {@code /api/v1}. */
@ApplicationPath("/")
public class MandatApplication extends Application {}
