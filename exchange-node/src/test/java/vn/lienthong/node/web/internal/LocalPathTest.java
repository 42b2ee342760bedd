package vn.lienthong.node.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/directory", "/verify/0193ab00-0000-7000-8000-000000000001", "/directory?q=a&after=x_1"})
    void keepsPathsOfThisSite(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/%0d%0a",
                "/sign-out",
                "/sign-in",
                "/?next=//evil.example",
                "/\t/evil.example"
            })
    void goesHomeInsteadOfElsewhere(String wished) {
        assertThat(LocalPath.orHome(wished)).isEqualTo("/");
    }

    @Test
    void goesHomeWithoutAWish() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/");
    }
}
