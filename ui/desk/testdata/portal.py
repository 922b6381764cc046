"""Stands for the desktop's portal on the session bus: notes the letter it is asked to open, and answers.

portal.py VERSION WAY NOTE: the way is the code of the answer, or "silent", "refuses", "early" (answers before the call has come
back). It says "ready" once it can be asked.
"""
import json
import os
import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
EMAIL, REQUEST = "org.freedesktop.portal.Email", "org.freedesktop.portal.Request"
version, way, note = int(sys.argv[1]), sys.argv[2], sys.argv[3]


class Request(dbus.service.Object):
    @dbus.service.signal(REQUEST, signature="ua{sv}")
    def Response(self, code, results):
        pass


class Portal(dbus.service.Object):
    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        assert (interface, name) == (EMAIL, "version")
        return dbus.UInt32(version)

    @dbus.service.method(EMAIL, in_signature="sa{sv}", out_signature="o", sender_keyword="sender")
    def ComposeEmail(self, parent, options, sender):
        if way == "refuses":
            raise dbus.exceptions.DBusException("no such letter", name="org.freedesktop.portal.Error.InvalidArgument")
        files = []
        for fd in options["attachment_fds"]:
            with os.fdopen(fd.take()) as file:
                files.append(file.read())
        with open(note, "w") as out:
            json.dump({"parent": parent, "subject": options["subject"], "body": options["body"], "files": files,
                       "to": list(options["addresses"]), "bcc": list(options["bcc"])}, out)
        place = PATH + "/request/" + sender[1:].replace(".", "_") + "/"
        asked = Request(bus, place + options["handle_token"])
        other = Request(bus, place + "another")

        def answer():
            other.Response(1, {})
            if way != "silent":
                asked.Response(int(way) if way.isdigit() else 0, {})

        if way == "early":
            answer()
        else:
            GLib.timeout_add(100, answer)
        return asked.__dbus_object_path__


DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName(NAME, bus)
portal = Portal(bus, PATH)
print("ready", flush=True)
GLib.MainLoop().run()
