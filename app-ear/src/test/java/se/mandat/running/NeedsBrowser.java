package se.mandat.running;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a test out where there is no browser, unless this is continuous integration: there must be one. */
class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Browsers.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("there is a browser");
        }
        String missing = "NO CHROMIUM FOUND on the path or in CHROMIUM: " + context.getDisplayName();
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(missing + " cannot be left out here.");
        }
        System.err.println("!!! " + missing + " IS NOT RUN !!!");
        return ConditionEvaluationResult.disabled(missing);
    }
}
