package io.registrar.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.value.IntegerRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.ValueCheck;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerRuleTest {

    private static final MetadataPolicy POLICY = new SmallRyeConfigBuilder()
            .withMapping(MetadataPolicy.class)
            .build()
            .getConfigMapping(MetadataPolicy.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|",
                "2147483647|",
                "-1|value",
                "2147483648|value",
                "-0|type",
                "3600.0|type",
                "36e2|type",
                "1E0|type",
                "0.0|type",
                "-0.0|type",
                "\"5\"|type",
                "true|type",
                "[5]|type",
                "{}|type",
                "9223372036854775807|value",
                "9223372036854775808|value",
                "18446744073709551616|value",
                "99999999999999999999999999999999|value",
                "1e400|type",
                "1e99999999999|type"
            },
            quoteCharacter = '`')
    void aWholeNumberIsWrittenAsOneAndLiesBetweenItsBounds(String literal, String fault) {
        List<String> faults = new ArrayList<>();
        JsonNode value = new StrictJson(POLICY.limits())
                .read(("{\"x\":" + literal + "}").getBytes(StandardCharsets.UTF_8))
                .get("x");
        ValueCheck check = new ValueCheck(
                "x", "/x", POLICY, null, (pointer, jsonType, message) -> faults.add(jsonType ? "type" : "value"));
        IntegerRule.between(0, Limit.fixed(Integer.MAX_VALUE)).check(value, check);
        assertEquals(fault == null ? List.of() : List.of(fault), faults);
    }
}
