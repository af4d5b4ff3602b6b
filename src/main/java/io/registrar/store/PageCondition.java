package io.registrar.store;

import io.quarkus.panache.common.Sort;
import java.util.Map;

/** The rows of one page, in HQL: newest first. */
final class PageCondition {

    private PageCondition() {}

    /** @param identifier the column that tells rows of the same moment apart */
    static String of(String identifier, PageRequest page, Map<String, Object> parameters) {
        return page.after()
                .map(position -> {
                    parameters.put("recordedAt", position.recordedAt());
                    parameters.put("id", position.id());
                    return "(recordedAt, " + identifier + ") < (:recordedAt, :id)";
                })
                .orElse("1 = 1");
    }

    static Sort order(String identifier) {
        return Sort.descending("recordedAt", identifier);
    }
}
