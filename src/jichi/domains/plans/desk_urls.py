from django.urls import path
from django.views.generic import RedirectView

from .views import acts, desk, desk_comments, entry, opinions, programme_forms, reviews, rounds

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="plans:desk")),
    path("programmes/", desk.home, name="desk"),
    path("programmes/<str:reference>/years/<int:year>/", entry.year, name="desk_year"),
    path(
        "programmes/<str:reference>/years/<int:year>/actions/", programme_forms.actions, name="desk_actions"
    ),
    path("programmes/<str:reference>/indicator/", programme_forms.indicator, name="desk_indicator"),
    path("programmes/<str:reference>/describe/", programme_forms.describe, name="desk_describe"),
    path("programmes/<str:reference>/link/", programme_forms.link, name="desk_link"),
    path("opinions/", opinions.listing, name="desk_opinions"),
    path("reviews/<str:reference>/", reviews.page, name="desk_review"),
    path("reviews/<str:reference>/evidence/", reviews.evidence, name="desk_evidence"),
    path("reviews/<str:reference>/evidence/<int:pk>/away/", reviews.evidence_away, name="desk_evidence_away"),
    path("reviews/<str:reference>/opinion/", opinions.opinion, name="desk_opinion"),
    path("reviews/<str:reference>/acts/<str:name>/", acts.act, name="desk_act"),
    path("comments/", desk_comments.listing, name="desk_comments"),
    path("comments/<str:reference>/", desk_comments.page, name="desk_comment"),
    path("comments/<str:reference>/authors/", desk_comments.authors, name="desk_comment_authors"),
    path("comments/<str:reference>/acts/<str:name>/", desk_comments.act, name="desk_comment_act"),
    path("programmes/<str:reference>/comment/", desk_comments.enter, name="desk_comment_enter"),
    path("rounds/", rounds.listing, name="desk_rounds"),
    path("rounds/open/", rounds.open_page, name="desk_round_open"),
    path("rounds/<int:pk>/announce/", rounds.announce, name="desk_round_announce"),
    path("rounds/<int:pk>/publish/", rounds.publish, name="desk_round_publish"),
]
