from django.urls import path

from .views import board, choosing, drafting, letters, mailbox, mine

app_name = "notices"
BATCH = "desk/letters/<int:year>-<int:number>/"
urlpatterns = [
    path("notices/", mine.home, name="home"),
    path("notices/read", mine.mark_read, name="read_all"),
    path("notices/<uuid:notice>/read", mine.mark_read, name="read"),
    path("notices/settings/", choosing.settings_page, name="settings"),
    path("notices/settings/unfollow/<str:reference>/", choosing.unfollow_record, name="unfollow"),
    path("notices/follow/<str:reference>/", choosing.follow_record, name="follow"),
    path("notices/address/", choosing.address, name="address"),
    path("notices/address/erase/", choosing.erase_address, name="erase_address"),
    path("notices/stop/<str:token>/", choosing.stop_page, name="stop"),
    path("public-notices/", board.home, name="board"),
    path("public-notices/<str:reference>.pdf", board.paper, name="paper"),
    path("public-notices/<str:reference>/", board.page, name="public"),
    path("desk/public-notices/", drafting.home, name="drafts"),
    path("desk/public-notices/new/", drafting.draft, name="new"),
    path("desk/public-notices/<str:reference>/", drafting.page, name="draft"),
    path("desk/public-notices/<str:reference>/change/", drafting.change, name="change"),
    path("desk/public-notices/<str:reference>/<slug:verb>/", drafting.step, name="step"),
    path("desk/letters/", letters.home, name="letters"),
    path("desk/letters/make/", letters.make, name="make_batch"),
    path(BATCH, letters.page, name="batch"),
    path(f"{BATCH}print/", letters.printed, name="print_batch"),
    path(f"{BATCH}post/", letters.posted, name="post_batch"),
    path(f"{BATCH}erase/", letters.erased, name="erase_batch"),
    path(f"{BATCH}<int:position>/returned/", letters.returned, name="letter_returned"),
    path("desk/mail/", mailbox.outbox, name="outbox"),
    path("desk/mail/addresses/<int:pk>/", mailbox.restore, name="restore"),
    path("desk/mail/received/", mailbox.inbox, name="inbox"),
    path("desk/mail/received/<int:pk>/", mailbox.page, name="received"),
    path("desk/mail/received/<int:pk>/files/<int:number>/", mailbox.attached, name="attached"),
    path("desk/mail/received/<int:pk>/handled/", mailbox.handled, name="handled"),
    path("desk/mail/received/<int:pk>/erase/", mailbox.erased, name="erase_received"),
]
