package vn.lienthong.node.training.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import vn.lienthong.node.platform.InTraining;

/** Marks what exists only where people train; programs try themselves out without lessons. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InTraining
@ConditionalOnBooleanProperty(name = "lienthong.sandbox", havingValue = false, matchIfMissing = true)
@interface ForTrainees {}
