package vn.lienthong.node.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

    @Test
    void takesTheTraceOfAValidParent() {
        assertThat(TraceId.parse("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .hasValue("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01x",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-\n1"
            })
    void ignoresAnyOther(String header) {
        assertThat(TraceId.parse(header)).isEmpty();
    }

    @Test
    void makesIdsOfTheSameForm() {
        assertThat(TraceId.make()).matches("[0-9a-f]{32}").isNotEqualTo(TraceId.make());
    }
}
