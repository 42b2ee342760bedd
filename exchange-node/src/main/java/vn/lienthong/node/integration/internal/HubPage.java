package vn.lienthong.node.integration.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RolePermissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.sandbox.Sandbox;

/** The way to all pages about connected programs, who may do what, and what is misconfigured. */
@InNodeRole
@Controller
class HubPage {

    private final ConfigurationHealth health;
    private final RolePermissions rolePermissions;
    private final Optional<Sandbox> sandbox;

    HubPage(ConfigurationHealth health, RolePermissions rolePermissions, ObjectProvider<Sandbox> sandbox) {
        this.rolePermissions = rolePermissions;
        this.health = health;
        this.sandbox = Optional.ofNullable(sandbox.getIfAvailable());
    }

    @GetMapping(IntegrationConfiguration.PATH)
    String hub(Model model) {
        model.addAttribute("issues", health.issues().size());
        model.addAttribute("isSandbox", sandbox.isPresent());
        return "integration/hub";
    }

    @GetMapping(IntegrationConfiguration.PATH + "/roles")
    String roles(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "carried", Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, rolePermissions::of)));
        model.addAttribute("permissions", Permission.values());
        return "integration/roles";
    }

    @GetMapping(IntegrationConfiguration.PATH + "/health")
    String health(Model model) {
        model.addAttribute("issues", health.issues());
        return "integration/health";
    }
}
