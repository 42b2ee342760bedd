package vn.lienthong.node.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.lienthong.node.LienthongApplication;

class ModulithTest {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(LienthongApplication.class).verify();
    }
}
